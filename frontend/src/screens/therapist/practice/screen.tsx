import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { isOwner } from '../../../store/desk';
import { signOut } from '../../../sync/desk/account';
import { type PracticeFile, readPracticeFile } from '../../../sync/desk/practice';
import { useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { Button, Icon } from '../../../ui';
import { Heading } from '../parts/page';
import { TroubleNote } from '../parts/trouble-note';
import { About } from './about';
import { Alerts } from './alerts';
import { Away } from './away';
import { Members } from './members';
import { OwnAccount } from './own-account';
import './practice.css';
import { SignIns } from './sign-ins';

/** The practice: its settings, its therapists, how she hears of what is urgent, the own sign-ins. */
export function PracticePage() {
  const { route } = useLocation();
  const action = useAction();
  const [file, setFile] = useState<PracticeFile | null>(null);
  const reload = () => action.run(async () => setFile(await readPracticeFile()));
  useEffect(() => {
    void reload();
  }, []);
  const leave = async () => {
    if (await action.run(signOut)) route('/sign-in', true);
  };
  return (
    <>
      <Heading title={file?.practice.name ?? desk.practice.title} />
      <TroubleNote problem={action.problem} onRetry={() => void reload()} />
      {!file && !action.problem && <p class="soft">{desk.loading}</p>}
      {file && (
        <div class="practice">
          <a class="practice-content" href="/desk/content">
            <span>
              <strong>{desk.content.link}</strong>
              <span class="small soft">{desk.content.linkAbout}</span>
            </span>
            <Icon name="next" size={1.25} />
          </a>
          <About practice={file.practice} owner={isOwner.value} onChange={reload} />
          <Members members={file.members} owner={isOwner.value} onChange={reload} />
          <Alerts />
          <Away members={file.members} />
          <OwnAccount />
          <SignIns signIns={file.signIns} onChange={reload} />
          <div>
            <Button kind="quiet" busy={action.busy} onClick={() => void leave()}>
              {desk.practice.leave}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
