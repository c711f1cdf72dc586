import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, type SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import * as engineCode from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { appRoot } from '@/lib/app-root';

type Wasm = { __wbindgen_start: () => void };

let loaded = false;

// The package's own entry imports the .wasm as a module, which Node does not do; this is what that entry would have done.
async function loadEngine(): Promise<typeof engineCode.SchemaEngine> {
  if (loaded) return engineCode.SchemaEngine;
  const code = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = readFileSync(path.join(path.dirname(code), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': engineCode as WebAssembly.ModuleImports });
  const wasm = instance.exports as unknown as Wasm;
  (engineCode as unknown as { __wbg_set_wasm: (wasm: Wasm) => void }).__wbg_set_wasm(wasm);
  wasm.__wbindgen_start();
  loaded = true;
  return engineCode.SchemaEngine;
}

const CHAR = 18;
const CHAR_ARRAY = 1002;

// The engine reads columns of the type "char" from the catalogue, and the adapter knows only arrays of it.
class CatalogPool extends pg.Pool {
  override query = (async (...query: Parameters<pg.Pool['query']>) => {
    const result = await super.query(...(query as unknown as [pg.QueryConfig]));
    for (const field of result.fields) if (field.dataTypeID === CHAR) field.dataTypeID = CHAR_ARRAY;
    return result;
  }) as unknown as pg.Pool['query'];
}

function readingChars(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const columnTypes = result.columnTypes.map((type) =>
      type === ColumnTypeEnum.CharacterArray ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
  return adapter;
}

class CatalogAdapter extends PrismaPg {
  override connect = async () => readingChars(await super.connect()) as Awaited<ReturnType<PrismaPg['connect']>>;
}

/** The SQL that turns the database at `url` into what prisma/schema.prisma says; empty where they agree. */
export async function sqlToSchema(url: string): Promise<string> {
  const schema = path.join(appRoot, 'prisma', 'schema.prisma');
  const files = [{ path: schema, content: readFileSync(schema, 'utf8') }];
  const pool = new CatalogPool({ connectionString: url });
  const adapter = bindMigrationAwareSqlAdapterFactory(new CatalogAdapter(pool));
  const SchemaEngine = await loadEngine();
  const engine = await SchemaEngine.new({ datamodels: [[schema, files[0]?.content ?? '']] }, () => undefined, adapter);
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: path.dirname(schema) },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return stdout?.includes('This is an empty migration') ? '' : (stdout ?? '');
  } finally {
    engine.free();
    await pool.end();
  }
}
