<#import "template.ftl" as layout>
<#import "strongroom-layout.ftl" as ui>
<@layout.registrationLayout displayMessage=true; section>
  <#if section = "header">
    ${msg("strongroomDelete")}
  <#elseif section = "form">
    <form id="strongroom-delete-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" data-strongroom-form>
      <@ui.text>${msg("strongroomDeleteQuestion", credentialLabel)}</@ui.text>
      <@ui.endOtherSessions/>
      <@ui.actions>
        <@ui.primary name="accept" id="kc-accept" label=msg("strongroomDelete")/>
      </@ui.actions>
      <@ui.actions>
        <@ui.secondary name="cancel-aia" id="kc-decline" label=msg("doCancel")/>
      </@ui.actions>
    </form>
    <script type="module" src="${url.resourcesPath}/js/strongroom-code.21de4fa8.js"></script>
  </#if>
</@layout.registrationLayout>
