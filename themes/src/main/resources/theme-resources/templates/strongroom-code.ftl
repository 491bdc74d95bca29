<#import "template.ftl" as layout>
<#import "strongroom-layout.ftl" as ui>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('code'); section>
  <#if section = "header">
    ${msg(codePage.enrolling?then("strongroomCodeTitleEnrol", "strongroomCodeTitle"))}
  <#elseif section = "form">
    <form id="strongroom-code-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate data-strongroom-form
        data-strongroom-whole="${codePage.codeLength}" <#if (codePage.channel!"sms") == "sms">data-strongroom-message</#if>>
      <#if codePage.dataRoom?has_content>
        <@ui.text>${msg("strongroomRoom", codePage.dataRoom)}</@ui.text>
      </#if>
      <div role="status" data-strongroom-status="${codePage.status}">
        <#-- Omits the status line if a message above already describes the failure. -->
        <#if codePage.status != "failed" || !(message?has_content)>
          <@ui.text>${ui.apart(msg(codePage.statusKey, codePage.maskedNumber))}</@ui.text>
        </#if>
      </div>

      <@ui.field name="code" label=msg(codePage.labelKey!"strongroomCodeLabel") hint=msg("strongroomCodeHint", codePage.codeLength, codePage.minutes)
          inputmode="numeric" autocomplete="one-time-code" maxlength=codePage.codeLength + 10 autofocus=codePage.live/>

      <@ui.rememberBrowser/>
      <#if codePage.enrolling><@ui.endOtherSessions/></#if>
      <@ui.actions>
        <@ui.primary name="login" id="kc-login" label=msg(codePage.enrolling?then("strongroomCodeConfirm", "doLogIn"))/>
      </@ui.actions>

      <div data-strongroom-resend>
        <#if codePage.canResend>
          <#if codePage.resendInSeconds gt 0>
            <#-- Splits the sentence at its number, so that the script can count down in any language. -->
            <#assign sentence = msg("strongroomResendIn", "@@")?split("@@")>
            <p class="instruction" data-strongroom-wait="${codePage.resendInSeconds?c}" aria-live="off">${sentence[0]}<span>${msg("strongroomSeconds", codePage.resendInSeconds)}</span>${sentence[1]!}</p>
            <p class="instruction" role="status" data-strongroom-ready="${msg("strongroomResendNow")}"></p>
          </#if>
          <@ui.actions>
            <@ui.secondary name="resend" id="strongroom-resend" label=msg("strongroomResend") autofocus=!codePage.live/>
          </@ui.actions>
        <#elseif codePage.limitMinutes??>
          <@ui.text>${msg("strongroomLimitReached", codePage.limitMinutes)}</@ui.text>
        </#if>
      </div>

      <#if codePage.enrolling>
        <@ui.actions>
          <@ui.secondary name="changeNumber" id="strongroom-change-number" label=msg("strongroomChangeNumber") style=ui.linkButton/>
        </@ui.actions>
      </#if>
      <@ui.otherMethods/>
    </form>
    <script type="module" src="${url.resourcesPath}/js/strongroom-code.21de4fa8.js"></script>
    <@ui.restart/>
  </#if>
</@layout.registrationLayout>
