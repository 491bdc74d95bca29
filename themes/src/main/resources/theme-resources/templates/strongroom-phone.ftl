<#import "template.ftl" as layout>
<#import "strongroom-layout.ftl" as ui>
<#-- The marks keep the plus sign before its digits in right-to-left text. -->
<#macro callingCode country>${country.name} (&lrm;+${country.callingCode?c}&lrm;)</#macro>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('phoneNumber','country'); section>
  <#if section = "header">
    ${msg("strongroomPhoneTitle")}
  <#elseif section = "form">
    <form id="strongroom-phone-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate data-strongroom-form>
      <#if phonePage.dataRoom?has_content>
        <@ui.text>${msg("strongroomRoom", phonePage.dataRoom)}</@ui.text>
      </#if>
      <@ui.text>${msg("strongroomPhoneIntro")}</@ui.text>

      <#if phonePage.countries?size gt 1>
        <@ui.select name="country" label=msg("strongroomCountryLabel") autocomplete="tel-country-code" autofocus=messagesPerField.existsError("country")>
          <#if !phonePage.country??>
            <option value="" selected>${msg("strongroomCountryChoose")}</option>
          </#if>
          <#list phonePage.countries as country>
            <option value="${country.code}" <#if country.code == phonePage.country!"">selected</#if>><@callingCode country/></option>
          </#list>
        </@ui.select>
      <#elseif phonePage.countries?has_content>
        <p class="instruction" id="strongroom-country">${msg("strongroomCountryLabel")}: <@callingCode phonePage.countries[0]/></p>
      </#if>

      <#-- No hint with an error: the error message contains the example, or the example wouldn't help. -->
      <#if messagesPerField.existsError("phoneNumber", "country")>
        <#assign hint = "">
      <#elseif phonePage.nationalExample??>
        <#assign hint = msg("strongroomPhoneHintNational", phonePage.nationalExample, phonePage.example)>
      <#else>
        <#assign hint = msg("strongroomPhoneHint", phonePage.example)>
      </#if>
      <@ui.field name="phoneNumber" label=msg("strongroomPhoneLabel") value=phonePage.value hint=hint
          type="tel" inputmode="tel" autocomplete="tel" autofocus=!messagesPerField.existsError("country")/>

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
    <script type="module" src="${url.resourcesPath}/js/strongroom-code.21de4fa8.js"></script>
    <#if !phonePage.cancel><@ui.restart/></#if>
  </#if>
</@layout.registrationLayout>
