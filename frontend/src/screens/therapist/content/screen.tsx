import { useEffect, useState } from 'preact/hooks';
import { isOwner } from '../../../store/desk';
import { type ContentFile, readContent } from '../../../sync/desk/content';
import { useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { Button } from '../../../ui';
import { Heading } from '../parts/page';
import { TroubleNote } from '../parts/trouble-note';
import './content.css';
import { InForce } from './in-force';
import { Numbers } from './numbers';
import { OwnList } from './own-list';

const words = () => desk.content;

/** What is in force and who reviewed it; the numbers of the rules; techniques of the practice's own. */
export function ContentPage() {
  const action = useAction();
  const [file, setFile] = useState<ContentFile | null>(null);
  const reload = () => action.run(async () => setFile(await readContent()));
  useEffect(() => {
    void reload();
  }, []);
  return (
    <>
      <div class="content-back">
        <Button kind="link" icon="back" href="/desk/practice">
          {words().back}
        </Button>
      </div>
      <Heading title={words().title} />
      <TroubleNote problem={action.problem} onRetry={() => void reload()} />
      {!file && !action.problem && <p class="soft">{desk.loading}</p>}
      {file && (
        <div class="content">
          <OwnList own={file.own} />
          <InForce
            file={file}
            owner={isOwner.value}
            onSigned={(signOffs) => setFile({ ...file, signOffs })}
            onStale={() => void reload()}
          />
          <Numbers
            file={file.thresholds}
            owner={isOwner.value}
            onChange={(thresholds) => setFile({ ...file, thresholds })}
          />
        </div>
      )}
    </>
  );
}
