<#import "template.ftl" as layout>
<#import "strongroom-layout.ftl" as ui>
<#macro deviceName>
  <#-- The name distinguishes several apps; it is optional for the first. -->
  <@ui.field name="userLabel" label=msg("loginTotpDeviceName") value=setUp.name maxlength=255 dir="auto"
      hint=setUp.nameRequired?then("", msg("strongroomTotpNameHint")) autofocus=messagesPerField.existsError("userLabel")/>
</#macro>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('totp','userLabel'); section>
  <#if section = "header">
    ${msg("strongroomTotpSetUpTitle")}
  <#elseif section = "form">
    <form id="strongroom-totp-setup-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate
        data-strongroom-form <#if !messagesPerField.existsError("totp", "userLabel")>data-strongroom-focus="${setUp.nameRequired?then("userLabel", "totp")}"</#if>>
      <ol id="kc-totp-settings" class="${properties.kcListClass!}">
        <#if setUp.apps?has_content>
          <li>${msg("strongroomTotpApps", setUp.apps?map(app -> msg(app))?join(", "))}</li>
        </#if>
        <li>
          <p>${msg("strongroomTotpScan")}</p>
          <img id="kc-totp-secret-qr-code" src="data:image/png;base64,${setUp.qrCode}" width="246" height="246" alt="${msg("strongroomTotpQrCode")}">
          <p><a id="strongroom-totp-link" class="${ui.linkButton}" href="${setUp.link}">${msg("strongroomTotpOpen")}</a></p>
          <p>${msg("strongroomTotpSecret")}</p>
          <p><code id="kc-totp-secret-key" dir="ltr" translate="no" data-strongroom-text="${setUp.plainSecret}">${setUp.secret}</code></p>
          <p hidden data-strongroom-tools>
            <button type="button" class="${ui.linkButton}" data-strongroom-tool="copy">${msg("strongroomBackupTool-copy")}</button>
            <span role="status" data-strongroom-copied="${msg("strongroomBackupCopied")}" data-strongroom-selected="${msg("strongroomTotpSecretSelected")}"></span>
          </p>
          <#if setUp.unusual>
            <ul id="strongroom-totp-parameters">
              <li>${msg("loginTotpType")}: ${msg("loginTotp." + setUp.type)}</li>
              <li>${msg("loginTotpAlgorithm")}: ${setUp.algorithm}</li>
              <li>${msg("loginTotpDigits")}: ${setUp.digits?c}</li>
              <li><#if setUp.type == "hotp">${msg("loginTotpCounter")}: ${setUp.counter?c}<#else>${msg("loginTotpInterval")}: ${setUp.period?c}</#if></li>
            </ul>
          </#if>
        </li>
        <li>${msg("strongroomTotpEnter")}</li>
      </ol>

      <#if setUp.nameRequired><@deviceName/></#if>
      <#-- No autofocus without an error: it would scroll the QR code away. The script sets the focus without scrolling. -->
      <@ui.field name="totp" label=msg("strongroomTotpLabel") inputmode="numeric" autocomplete="one-time-code" maxlength=16
          autofocus=messagesPerField.existsError("totp")/>
      <#if !setUp.nameRequired><@deviceName/></#if>
      <@ui.endOtherSessions/>

      <@ui.actions>
        <@ui.primary name="enable" id="saveTOTPBtn" label=msg("strongroomTotpEnable")/>
      </@ui.actions>
      <#if setUp.cancel>
        <@ui.actions>
          <@ui.secondary name="cancel-aia" id="cancelTOTPBtn" label=msg("doCancel")/>
        </@ui.actions>
      </#if>
      <@ui.otherMethods/>
    </form>
    <script type="module" src="${url.resourcesPath}/js/strongroom-tools.a392b3e2.js"></script>
    <script type="module" src="${url.resourcesPath}/js/strongroom-code.21de4fa8.js"></script>
    <#if !setUp.cancel><@ui.restart/></#if>
  </#if>
</@layout.registrationLayout>
