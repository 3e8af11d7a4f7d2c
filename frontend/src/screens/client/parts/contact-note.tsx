import { attention, contact } from '../../../store';
import { text } from '../../../text';
import { Banner, Button } from '../../../ui';

/** What stands between this phone and the practice, where a person can do something about it. */
export function ContactNote() {
  const words = text.client.contact;
  return (
    <>
      {contact.value === 'signed_out' && (
        <Banner
          tone="warn"
          icon="lock"
          title={words.signedOutTitle}
          action={
            <Button kind="quiet" href="/join">
              {words.code}
            </Button>
          }
        >
          <p>{words.signedOut}</p>
        </Banner>
      )}
      {contact.value === 'app_too_old' && (
        <Banner tone="warn" icon="download" title={words.oldTitle}>
          <p>{words.old}</p>
        </Banner>
      )}
      {attention.value.length > 0 && (
        <Banner
          tone="warn"
          icon="warning"
          title={words.attention(attention.value.length)}
          action={<a href="/me">{words.attentionGo}</a>}
        />
      )}
    </>
  );
}
