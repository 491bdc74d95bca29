<#import "template.ftl" as layout>
<#import "strongroom-layout.ftl" as ui>
<#assign made = backupPage.codes?has_content>
<@layout.registrationLayout displayMessage=true; section>
  <#if section = "header">
    ${msg(made?then("strongroomBackupCodesTitle", "strongroomBackupRenewTitle"))}
  <#elseif section = "form">
    <#if made>
      <@ui.text>${msg("strongroomBackupCodesIntro")}</@ui.text>
      <@ui.text>${msg(backupPage.replaced?then("strongroomBackupCodesReplaced", "strongroomBackupCodesOnce"))}</@ui.text>

      <ol id="strongroom-codes" class="${properties.kcListClass!}" role="list" translate="no" data-strongroom-codes>
        <#list backupPage.codes as code>
          <li><bdi dir="ltr">${code}</bdi></li>
        </#list>
      </ol>

      <div class="${properties.kcFormGroupClass!}" hidden data-strongroom-tools data-strongroom-heading="${msg("strongroomBackupFile", backupPage.tenant)}">
        <#list ["copy", "download", "print"] as tool>
          <button type="button" class="${ui.linkButton}" data-strongroom-tool="${tool}">${msg("strongroomBackupTool-" + tool)}</button>
        </#list>
        <span role="status" data-strongroom-copied="${msg("strongroomBackupCopied")}" data-strongroom-selected="${msg("strongroomBackupSelected")}"></span>
      </div>

      <form id="strongroom-backup-codes-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" data-strongroom-form>
        <input type="hidden" name="set" value="${backupPage.set}">
        <#if backupPage.offerSignOut><@ui.endOtherSessions/></#if>
        <@ui.actions>
          <@ui.primary name="saved" id="strongroom-saved" label=msg("strongroomBackupSaved")/>
        </@ui.actions>
      </form>
      <script type="module" src="${url.resourcesPath}/js/strongroom-tools.a392b3e2.js"></script>
    <#else>
      <form id="strongroom-backup-renew-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" data-strongroom-form>
        <@ui.text>${msg(backupPage.low?then("strongroomBackupLow", "strongroomBackupLeft"), backupPage.left)}</@ui.text>
        <@ui.text>${msg("strongroomBackupRenewIntro")}</@ui.text>
        <@ui.actions>
          <@ui.primary name="renew" id="strongroom-renew" label=msg("strongroomBackupRenew")/>
        </@ui.actions>
        <@ui.actions>
          <#if backupPage.cancel>
            <@ui.secondary name="cancel-aia" id="strongroom-cancel" label=msg("doCancel")/>
          <#else>
            <@ui.secondary name="later" id="strongroom-later" label=msg("strongroomBackupLater")/>
          </#if>
        </@ui.actions>
      </form>
    </#if>
    <script type="module" src="${url.resourcesPath}/js/strongroom-code.21de4fa8.js"></script>
  </#if>
</@layout.registrationLayout>
