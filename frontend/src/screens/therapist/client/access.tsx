import { useEffect, useState } from 'preact/hooks';
import type { ClientCard, Member } from '../../../api/desk';
import { me } from '../../../store/desk';
import { listMembers, setAccess } from '../../../sync/desk/client';
import { useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { Chip, Chips } from '../../../ui';
import { Section } from '../parts/page';
import { TroubleNote } from '../parts/trouble-note';

const words = () => desk.client.access;

/** Which colleagues see this client. Shown only where there are colleagues; the owner sees everyone anyway. */
export function Access({ card, onChange }: { card: ClientCard; onChange: () => Promise<unknown> }) {
  const [members, setMembers] = useState<Member[]>([]);
  const action = useAction();
  useEffect(() => {
    void action.run(async () => setMembers((await listMembers()).members));
  }, []);
  const colleagues = members.filter((member) => member.role !== 'owner' && member.id !== me.value?.id);
  if (colleagues.length === 0) return null;
  const given = new Set(card.therapists.map((therapist) => therapist.id));
  const toggle = async (member: Member) => {
    if (await action.run(() => setAccess(card.id, member.id, !given.has(member.id)))) await onChange();
  };
  return (
    <Section title={words().title} class="no-paper">
      <TroubleNote problem={action.problem} />
      <Chips label={words().title}>
        {colleagues.map((member) => (
          <Chip key={member.id} pressed={given.has(member.id)} onToggle={() => void toggle(member)}>
            {member.name}
          </Chip>
        ))}
      </Chips>
    </Section>
  );
}
