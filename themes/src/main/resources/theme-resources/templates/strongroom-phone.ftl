<#import "template.ftl" as layout>
<#import "strongroom-layout.ftl" as ui>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('phoneNumber') displayInfo=!phonePage.cancel; section>
  <#if section = "header">
    ${msg("strongroomPhoneTitle")}
  <#elseif section = "form">
    <form id="strongroom-phone-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate data-strongroom-form>
      <#if phonePage.dataRoom?has_content>
        <@ui.text>${msg("strongroomRoom", phonePage.dataRoom)}</@ui.text>
      </#if>
      <@ui.text>${msg("strongroomPhoneIntro")}</@ui.text>

      <#-- Every error of this field shows the example or makes it pointless. -->
      <#assign hint = messagesPerField.existsError("phoneNumber")?then("", msg("strongroomPhoneHint", phonePage.example))>
      <@ui.field name="phoneNumber" label=msg("strongroomPhoneLabel") value=phonePage.value hint=hint
          type="tel" inputmode="tel" autocomplete="tel" autofocus=true/>

      <@ui.text>${msg("strongroomSmsNotice")}</@ui.text>

      <@ui.actions>
        <@ui.primary name="send" id="strongroom-send" label=msg("strongroomPhoneSend")/>
      </@ui.actions>
      <#if phonePage.cancel>
        <@ui.actions>
          <@ui.secondary name="cancel-aia" id="strongroom-cancel" label=msg("doCancel")/>
        </@ui.actions>
      </#if>
      <@ui.otherMethods/>
    </form>
    <script type="module" src="${url.resourcesPath}/js/strongroom-code.e0ae5610.js"></script>
  <#elseif section = "info">
    <@ui.restart/>
  </#if>
</@layout.registrationLayout>
