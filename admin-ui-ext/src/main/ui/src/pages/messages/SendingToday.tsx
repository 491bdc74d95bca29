import { Progress, ProgressVariant, Title } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import type { SmsBudget, SmsFailure, SmsOverview } from "../../api/report";
import { Nothing } from "../../ui/Nothing";
import { useScope } from "../scope";

const COLUMNS = ["time", "gateway", "number", "reason"] as const;
const FULL_PERCENT = 100;

/** Usage in percent from which health warns as well. */
const WARNING_PERCENT = 80;

const variantOf = (percent: number) => {
  if (percent >= FULL_PERCENT) {
    return ProgressVariant.danger;
  }
  return percent >= WARNING_PERCENT ? ProgressVariant.warning : undefined;
};

const Failures = ({ failures }: { failures: SmsFailure[] }) => {
  const { t, i18n } = useTranslation();
  return (
    <Table variant="compact" gridBreakPoint="grid-lg" aria-label={t("twoFactorFailures")}>
      <Thead>
        <Tr>
          {COLUMNS.map((column) => (
            <Th key={column}>{t(`twoFactorColumn_${column}`)}</Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {failures.map(({ time, gateway, phoneNumber, reason }, index) => (
          <Tr key={`${time}-${index}`} data-testid="twoFactorFailure">
            <Td dataLabel={t("twoFactorColumn_time")}>{new Date(time).toLocaleString(i18n.language)}</Td>
            <Td dataLabel={t("twoFactorColumn_gateway")}>{gateway ?? "–"}</Td>
            <Td dataLabel={t("twoFactorColumn_number")}>{phoneNumber}</Td>
            <Td dataLabel={t("twoFactorColumn_reason")}>{reason}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};

const Budget = ({ budget }: { budget: SmsBudget }) => {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const variant = variantOf(budget.percent);
  const used = t("twoFactorBudgetUsed", {
    sent: number.format(budget.sent),
    limit: number.format(budget.limit),
    percent: budget.percent,
  });
  return (
    <Progress
      id="twoFactorBudget"
      title={t("twoFactorBudget")}
      value={Math.min(FULL_PERCENT, budget.percent)}
      label={used}
      valueText={used}
      {...(variant && { variant })}
    />
  );
};

/** Shows the used share of today's budget, and the latest failures unless the administrator may not see members. */
export const SendingToday = ({ overview: { budget, failures } }: { overview: SmsOverview }) => {
  const { t } = useTranslation();
  const { organization } = useScope();
  const budgets = [budget].flat();
  const showsFailures = organization === undefined || organization.members !== undefined;
  return (
    <section className="pf-v5-u-mb-xl">
      {budgets.map((one) => (
        <Budget key={one.limit} budget={one} />
      ))}
      {budgets.length === 0 && <p>{t("twoFactorNoBudget")}</p>}
      {showsFailures && (
        <>
          <Title headingLevel="h2" size="lg" className="pf-v5-u-mt-lg">
            {t("twoFactorFailures")}
          </Title>
          {failures.length === 0 ? (
            <Nothing title={t("twoFactorNoFailures")} body={t("twoFactorNoFailuresBody")} />
          ) : (
            <Failures failures={failures} />
          )}
        </>
      )}
    </section>
  );
};
