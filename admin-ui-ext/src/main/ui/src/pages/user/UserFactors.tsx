import { Button, Flex, FlexItem, Title } from "@patternfly/react-core";
import { Table, Tbody, Td, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { useMethodTexts } from "../../api/methods";
import type { Factor, FactorType, UserDetail } from "../../api/types";
import { ColumnHeaders } from "../../ui/ColumnHeaders";
import { Nothing } from "../../ui/Nothing";
import { useUserActions } from "../users/useUserActions";

type UserFactorsProps = {
  user: UserDetail;
  mayManage: boolean;
  onChange: () => void;
};

/** Removals that are explained by texts of their own. */
const REMOVALS: Partial<Record<FactorType, string>> = {
  otp: "revokeTotp",
  "sms-otp": "removeNumber",
  "backup-codes": "removeCodes",
};

const removalOf = (type: FactorType) => REMOVALS[type] ?? "removeFactor";

const CODES: FactorType[] = ["backup-codes", "recovery-authn-codes"];

const COLUMNS = ["factor", "detail", "setBy", "created"] as const;

/** Lists the factors set up by the user or for the user. */
export const UserFactors = ({ user, mayManage, onChange }: UserFactorsProps) => {
  const { t, i18n } = useTranslation();
  const actions = useUserActions(onChange);
  const texts = useMethodTexts();
  const { summary, factors, rememberedBrowsers } = user;

  const forRoom = ({ dataRoomName: room }: Factor) =>
    room === undefined ? t("twoFactorForRoom") : t("twoFactorForNamedRoom", { room });
  const detail = (factor: Factor) =>
    CODES.includes(factor.type)
      ? t("twoFactorCodesLeft", { count: summary.backupCodesLeft })
      : [
          factor.phoneNumber ?? factor.label,
          factor.dataRoom && forRoom(factor),
          !factor.proven && t("twoFactorUnproven"),
        ]
          .filter(Boolean)
          .join(" · ");

  return (
    <>
      <Title headingLevel="h2" size="lg" className="pf-v5-u-mt-xl">
        {t("twoFactorFactors")}
      </Title>
      {factors.length === 0 ? (
        <Nothing title={t("twoFactorNoFactors")} body={t("twoFactorNoFactorsBody")} />
      ) : (
        <Table
          className="strongroom-factors"
          variant="compact"
          gridBreakPoint="grid-lg"
          aria-label={t("twoFactorFactors")}
        >
          <ColumnHeaders columns={COLUMNS} />
          <Tbody>
            {factors.map((factor, index) => (
              <Tr key={factor.id ?? `profile-${index}`}>
                <Td dataLabel={t("twoFactorColumn_factor")}>{texts.type(factor.type)}</Td>
                <Td dataLabel={t("twoFactorColumn_detail")}>{detail(factor) || "–"}</Td>
                <Td dataLabel={t("twoFactorColumn_setBy")}>
                  {factor.setBy ? t(`twoFactorSetBy_${factor.setBy}`) : "–"}
                </Td>
                <Td dataLabel={t("twoFactorColumn_created")}>
                  {factor.createdDate === undefined ? "–" : new Date(factor.createdDate).toLocaleString(i18n.language)}
                </Td>
                <Td isActionCell modifier="nowrap">
                  {mayManage && factor.id !== undefined && (
                    <Button
                      variant="link"
                      isInline
                      isDanger
                      onClick={() => void actions.removeFactor(summary, factor.id!, removalOf(factor.type))}
                    >
                      {t(`twoFactorAction_${removalOf(factor.type)}`)}
                    </Button>
                  )}
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
      {mayManage && (
        <Flex className="pf-v5-u-mt-lg">
          {rememberedBrowsers > 0 && (
            <FlexItem>
              <Button variant="secondary" onClick={() => void actions.forgetBrowsers(summary)}>
                {t("twoFactorForgetBrowsers", { count: rememberedBrowsers })}
              </Button>
            </FlexItem>
          )}
          <FlexItem>
            <Button
              variant="secondary"
              isDanger
              isDisabled={factors.length === 0 && rememberedBrowsers === 0}
              onClick={() => void actions.reset(summary)}
              data-testid="twoFactorReset"
            >
              {t("twoFactorAction_reset")}
            </Button>
          </FlexItem>
        </Flex>
      )}
    </>
  );
};
