<#import "template.ftl" as layout>
<#import "strongroom-layout.ftl" as ui>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg(locked.titleKey!"strongroomLockedTitle")}
  <#elseif section = "form">
    <form id="strongroom-locked-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" data-strongroom-form>
      <@ui.text>${msg(locked.messageKey)}</@ui.text>
      <@ui.otherMethods/>
    </form>
    <script type="module" src="${url.resourcesPath}/js/strongroom-code.21de4fa8.js"></script>
    <@ui.restart/>
  </#if>
</@layout.registrationLayout>
