import { locale, t } from "../../shared/i18n";
import { Topbar } from "../shell/Topbar";
import { longDate } from "../../shared/ui/time";
import { useDesk } from "../state/desk";
import { Figures } from "./Figures";
import { MyChatsCard } from "./MyChatsCard";
import { PeopleCard } from "./PeopleCard";
import { RequestsCard } from "./RequestsCard";
import "./dashboard.css";

export function Dashboard() {
  const desk = useDesk();
  return (
    <>
      <Topbar title={t("rail.dashboard")} sub={<span lang={locale.value}>{longDate(Date.now())}</span>} />
      <div class="page dash">
        <Figures />
        <div class="dash__main">
          <RequestsCard
            kind="customer"
            title={t("dashboard.customerRequests")}
            empty={t("dashboard.noCustomerRequests")}
            rows={desk.client.requests.rows.value}
          />
          <RequestsCard
            kind="public"
            title={t("dashboard.publicRequests")}
            empty={t("dashboard.noPublicRequests")}
            rows={desk.client.requests.rows.value}
          />
        </div>
        <div class="dash__side">
          <PeopleCard />
          <MyChatsCard />
        </div>
      </div>
    </>
  );
}
