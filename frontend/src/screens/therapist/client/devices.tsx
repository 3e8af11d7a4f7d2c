import { useState } from 'preact/hooks';
import type { Device } from '../../../api/desk';
import { revokeDevice } from '../../../sync/desk/client';
import { useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { Button, Confirm, showToast } from '../../../ui';
import { Section } from '../parts/page';
import { TroubleNote } from '../parts/trouble-note';
import { instantWords } from '../parts/when';

const words = () => desk.client.devices;

export interface DevicesProps {
  id: string;
  devices: readonly Device[];
  zone: string;
  onChange: () => Promise<unknown>;
}

/** The phones that may open the program; a lost one is closed here. */
export function Devices({ id, devices, zone, onChange }: DevicesProps) {
  const [lost, setLost] = useState<Device | null>(null);
  const action = useAction();
  const close = async () => {
    if (!lost || !(await action.run(() => revokeDevice(id, lost.id)))) return;
    setLost(null);
    showToast({ text: words().closed });
    await onChange();
  };
  return (
    <Section title={words().title} class="no-paper">
      {devices.length === 0 && <p class="soft">{words().none}</p>}
      <ul class="desk-rows">
        {devices.map((device) => (
          <li class="device-line" key={device.id}>
            <div>
              <p>{device.label || words().title}</p>
              <p class="small soft figures">{stateWords(device, zone)}</p>
            </div>
            {!device.revoked_at && (
              <Button kind="link" onClick={() => setLost(device)}>
                {words().lost}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Confirm
        title={words().confirmTitle}
        open={lost !== null}
        onClose={() => setLost(null)}
        yes={words().revoke}
        no={desk.cancel}
        onYes={() => void close()}
        busy={action.busy}
      >
        <p>{words().confirm}</p>
        <TroubleNote problem={action.problem} />
      </Confirm>
    </Section>
  );
}

function stateWords(device: Device, zone: string): string {
  const since = words().since(instantWords(device.created_at, zone));
  if (device.revoked_at) return `${since} · ${words().revoked(instantWords(device.revoked_at, zone))}`;
  return `${since} · ${words().seen(instantWords(device.last_seen_at, zone))}`;
}
