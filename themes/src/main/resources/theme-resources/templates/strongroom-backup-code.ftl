<#import "template.ftl" as layout>
<#import "strongroom-layout.ftl" as ui>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('backupCode'); section>
  <#if section = "header">
    <#if recoveryCodeNumber??>${msg("strongroomRecoveryTitle")}<#else>${msg("strongroomBackupTitle")}</#if>
  <#elseif section = "form">
    <form id="strongroom-backup-code-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate data-strongroom-form>
      <#if recoveryCodeNumber??>
        <@ui.field name="backupCode" label=msg("strongroomRecoveryLabel", recoveryCodeNumber) hint=msg("strongroomRecoveryHint", recoveryCodeNumber) maxlength=40 autofocus=true/>
      <#else>
        <@ui.field name="backupCode" label=msg("strongroomBackupLabel") hint=msg("strongroomBackupHint") maxlength=40 autofocus=true/>
      </#if>

      <@ui.rememberBrowser/>
      <@ui.actions>
        <@ui.primary name="login" id="kc-login" label=msg("doLogIn")/>
      </@ui.actions>
      <@ui.otherMethods/>
    </form>
    <script type="module" src="${url.resourcesPath}/js/strongroom-code.21de4fa8.js"></script>
    <@ui.restart/>
  </#if>
</@layout.registrationLayout>
