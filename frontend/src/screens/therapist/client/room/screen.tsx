import { useEffect, useState } from 'preact/hooks';
import type { ClientCard } from '../../../../api/desk';
import { readClient, type ScreeningFile } from '../../../../sync/desk/screening';
import { useAction } from '../../../../sync/desk/use-action';
import { desk } from '../../../../text/desk';
import { Button } from '../../../../ui';
import { Heading } from '../../parts/page';
import { TroubleNote } from '../../parts/trouble-note';
import { useScreening } from '../use-screening';
import './room.css';
import { RoomSectionForm } from './section';
import { useRoom } from './use-room';

const words = () => desk.screening.room;

/** The safety questions, asked aloud with the client in the room: one long form, quick by keyboard. */
export function IntakeRoom({ id }: { id: string }) {
  const opening = useAction();
  const [card, setCard] = useState<ClientCard | null>(null);
  const open = () => opening.run(async () => setCard(await readClient(id)));
  useEffect(() => {
    void open();
  }, [id]);
  const { file, problem, reload, setIntake } = useScreening(id);
  const retry = () => {
    void open();
    void reload();
  };
  if (card && file) return <RoomForm card={card} file={file} onIntake={setIntake} />;
  const trouble = opening.problem ?? problem;
  return trouble ? <TroubleNote problem={trouble} onRetry={retry} /> : <p class="soft">{desk.loading}</p>;
}

interface RoomFormProps {
  card: ClientCard;
  file: ScreeningFile;
  onIntake: (intake: ScreeningFile['intake']) => void;
}

function RoomForm({ card, file, onIntake }: RoomFormProps) {
  const [all, setAll] = useState(false);
  const room = useRoom(card.id, file, all, onIntake);
  const back = `/desk/clients/${card.id}`;
  const submit = (event: Event) => {
    event.preventDefault();
    void room.save();
  };
  return (
    <>
      <div class="desk-back">
        <Button kind="link" icon="back" href={back}>
          {card.name}
        </Button>
      </div>
      <Heading title={words().title(card.name)} line={words().about} />
      <form class="room" noValidate onSubmit={submit}>
        <label class="room-all">
          <input type="checkbox" checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
          {words().allToo}
        </label>
        {room.sections.length === 0 && <p class="soft">{words().nothing}</p>}
        {room.sections.map((part) => (
          <RoomSectionForm key={part.section} part={part} card={card} file={file} room={room} />
        ))}
        <div class="room-foot">
          <TroubleNote problem={room.problem} />
          <p class="room-state figures" role="status">
            {room.said || words().count(room.filled, room.shown)}
          </p>
          <Button type="submit" busy={room.busy}>
            {words().save(room.filled)}
          </Button>
        </div>
      </form>
    </>
  );
}
