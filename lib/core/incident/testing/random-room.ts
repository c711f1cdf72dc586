import type { CommandInput, CommandName } from '../registry';
import { drawCommand, inputOf } from './model-commands';
import { answerOfWorld } from './model-rules';
import { newWorld } from './model-world';
import { randomOf } from './random';
import { Room } from './room';

/** A room after `count` random commands, most of them sensible. */
export function randomRoom(seed: number, count: number): Room {
  const random = randomOf(seed);
  const room = new Room({ title: 'start' });
  const world = newWorld('ana');
  for (let done = 0; done < count; done++) {
    const { who, name, said } = drawCommand(random, world);
    room.ask(who, name, inputOf(said) as CommandInput<CommandName>);
    answerOfWorld(world, who, name, said);
  }
  return room;
}
