<#import "template.ftl" as layout>
<#import "strongroom-layout.ftl" as ui>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('code'); section>
  <#if section = "header">
    ${msg("strongroomCodeTitle")}
  <#elseif section = "form">
    <form id="strongroom-totp-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate data-strongroom-form data-strongroom-whole="6,8">
      <@ui.field name="code" label=msg("strongroomTotpLabel") hint=msg("strongroomTotpHint")
          inputmode="numeric" autocomplete="one-time-code" maxlength=16 autofocus=true/>

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
