import { useState } from 'preact/hooks';
import type { Catalogue } from '../../../domain/desk/catalogue';
import { fromTemplate, type OwnDraft } from '../../../domain/desk/own-technique';
import { desk } from '../../../text/desk';
import { Button, Select, showToast } from '../../../ui';

const words = () => desk.content.editor;

interface TemplateProps {
  draft: OwnDraft;
  catalogue: Catalogue;
  onChange: (draft: OwnDraft) => void;
}

/** A technique of the catalogue as a start; what stood there before comes back with one tap. */
export function Template({ draft, catalogue, onChange }: TemplateProps) {
  const [chosen, setChosen] = useState('');
  const known = catalogue.techniques.filter((technique) => !technique.own);
  const begin = () => {
    const template = known.find((technique) => technique.id === chosen);
    if (!template) return;
    onChange(fromTemplate(template, words().copyName(template.name)));
    showToast({
      text: words().started(template.name),
      action: { label: desk.undo, run: () => onChange(draft) },
    });
  };
  return (
    <div class="picks-add technique-template">
      <Select
        label={words().start}
        name="technique-template"
        hint={words().startHint}
        value={chosen}
        options={[
          { value: '', label: words().startEmpty },
          ...known.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={setChosen}
      />
      <Button kind="quiet" onClick={begin}>
        {words().startGo}
      </Button>
    </div>
  );
}
