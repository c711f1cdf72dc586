import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';

/** Why a list could not be read, and the way to ask again. */
export const ReadAgain = ({ message, onAgain }: { message: string; onAgain: () => void }) => (
  <Banner
    tone="danger"
    action={
      <Button size="sm" onClick={onAgain}>
        Try again
      </Button>
    }
  >
    {message}
  </Banner>
);
