<#import "template.ftl" as layout>
<#import "strongroom-layout.ftl" as ui>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("strongroomRefusedTitle")}
  <#elseif section = "form">
    <form id="strongroom-refused-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" data-strongroom-form>
      <@ui.text>${refusal.message}</@ui.text>
      <@ui.actions>
        <@ui.primary name="retry" id="strongroom-retry" label=msg("doTryAgain")/>
      </@ui.actions>
      <#if refusal.signOut??>
        <@ui.actions>
          <a id="strongroom-sign-out" class="${ui.linkButton} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}" href="${refusal.signOut}">${msg("doLogout")}</a>
        </@ui.actions>
      </#if>
    </form>
    <script type="module" src="${url.resourcesPath}/js/strongroom-code.21de4fa8.js"></script>
    <@ui.restart/>
  </#if>
</@layout.registrationLayout>
