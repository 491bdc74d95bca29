<#import "template.ftl" as layout>
<#import "strongroom-layout.ftl" as ui>
<@layout.registrationLayout displayMessage=true; section>
  <#if section = "header">
    ${msg("strongroomChooseTitle")}
  <#elseif section = "form">
    <form id="strongroom-choose-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" data-strongroom-form>
      <@ui.text>${msg("strongroomChooseIntro")}</@ui.text>
      <@ui.otherMethods/>
      <#if laterUntil??>
        <@ui.text>${msg("strongroomLaterUntil", laterUntil)} ${msg("strongroomLaterDays", laterDays)}</@ui.text>
        <@ui.actions>
          <@ui.secondary name="later" id="strongroom-later" label=msg("strongroomLater")/>
        </@ui.actions>
      </#if>
    </form>
    <script type="module" src="${url.resourcesPath}/js/strongroom-code.21de4fa8.js"></script>
    <@ui.restart/>
  </#if>
</@layout.registrationLayout>
