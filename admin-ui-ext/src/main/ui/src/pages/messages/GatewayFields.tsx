import { Alert } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Gateway, SmsOverview } from "../../api/report";
import type { SmsRules } from "../../api/types";
import { SelectField } from "../../form/fields";

type GatewayFieldsProps = { overview: SmsOverview; sms: SmsRules };

/** Selects the gateway and the fallback, and marks gateways that are not configured or no longer exist. */
export const GatewayFields = ({ overview: { gateways = [], defaultGateway }, sms }: GatewayFieldsProps) => {
  const { t } = useTranslation();
  const ofId = (id: string | null | undefined) => gateways.find((gateway) => gateway.id === id);
  const labelOf = ({ id, configured }: Gateway) => (configured ? id : t("twoFactorGatewayNotReady", { id }));

  const options = (chosen: string | null | undefined, none: string) => [
    { value: "", label: none },
    ...gateways.map((gateway) => ({ value: gateway.id, label: labelOf(gateway) })),
    ...(chosen && !ofId(chosen) ? [{ value: chosen, label: t("twoFactorGatewayUnknown", { id: chosen }) }] : []),
  ];
  const faulty = [ofId(sms.gateway ?? defaultGateway), ofId(sms.fallbackGateway)].filter(
    (gateway, index, all): gateway is Gateway => gateway?.fault !== undefined && all.indexOf(gateway) === index,
  );

  return (
    <>
      <SelectField
        name="sms.gateway"
        options={options(
          sms.gateway,
          defaultGateway === undefined
            ? t("twoFactorNoDefaultGateway")
            : t("twoFactorDefaultGateway", { id: defaultGateway }),
        )}
      />
      <SelectField name="sms.fallbackGateway" options={options(sms.fallbackGateway, t("twoFactorNoFallbackGateway"))} />
      {faulty.map(({ id, fault }) => (
        <Alert
          key={id}
          component="h3"
          isInline
          isPlain
          variant="warning"
          title={t("twoFactorGatewayFault", { id, fault })}
        />
      ))}
    </>
  );
};
