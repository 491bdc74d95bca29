<#import "template.ftl" as layout>
<#import "strongroom-layout.ftl" as ui>
<@layout.registrationLayout displayMessage=true; section>
  <#if section = "header">
    ${msg("strongroomKeyTitle-" + keyPage.method)}
  <#elseif section = "form">
    <form id="webauth" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate data-strongroom-form
        data-strongroom-key="get" data-strongroom-challenge="${keyPage.challenge}" data-strongroom-rp-id="${keyPage.rpId}"
        data-strongroom-keys="${keyPage.keys?map(key -> key.id)?join(",")}" data-strongroom-timeout="${keyPage.timeout?c}"
        data-strongroom-verification="${keyPage.userVerification}">
      <#list ["clientDataJSON", "authenticatorData", "signature", "credentialId", "userHandle", "error"] as name>
        <input type="hidden" id="${name}" name="${name}">
      </#list>
      <@ui.text>${msg("strongroomKeyIntro-" + keyPage.method)}</@ui.text>
      <noscript><@ui.text>${msg("strongroomKeyNoScript")}</@ui.text></noscript>

      <@ui.rememberBrowser/>
      <@ui.keyButton id="authenticateWebAuthnButton" label=msg("strongroomKeyUse-" + keyPage.method)/>
      <@ui.otherMethods/>
    </form>
    <script type="module" src="${url.resourcesPath}/js/strongroom-key.69fc7ae7.js"></script>
    <script type="module" src="${url.resourcesPath}/js/strongroom-code.21de4fa8.js"></script>
    <@ui.restart/>
  </#if>
</@layout.registrationLayout>
