import type { ComponentChildren } from "preact";
import { explain } from "../i18n/errors";
import { Button } from "../ui/Button";
import { Icon } from "../ui/Icon";
import { AccountTitle } from "./AccountTitle";
import type { Form } from "./form";

interface AccountFormProps<F extends string> {
  form: Form<F>;
  title: string;
  lead?: string;
  submit: string;
  /** It was sent and taken. */
  done: () => void;
  children: ComponentChildren;
  after?: ComponentChildren;
}

/** A form about an account: what is wrong stands at its field, or above all of them; the first of them gets the focus. */
export function AccountForm<F extends string>(props: AccountFormProps<F>) {
  const { form, title, lead, submit, done, children, after } = props;
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    if (await form.submit()) return done();
    requestAnimationFrame(() => element.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
  };
  return (
    <form class="account-form" onSubmit={(event) => void send(event)} noValidate>
      <AccountTitle title={title} lead={lead} />
      {form.failure.value !== undefined && (
        <div class="banner banner--danger" role="alert">
          <Icon name="alert-circle" />
          <span>{explain(form.failure.value)}</span>
        </div>
      )}
      {children}
      <Button kind="primary" size="lg" block type="submit" busy={form.busy.value}>
        {submit}
      </Button>
      {after}
    </form>
  );
}
