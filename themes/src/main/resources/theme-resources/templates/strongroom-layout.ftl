<#--
  What the pages share: fields and buttons in the classes of whatever login theme the realm uses.
  Themes built on keycloak.v2 put the input's border on a span around it; all older ones on the input.
-->
<#assign framed = properties.kcFormControlUtilClass??>

<#macro text>
  <p class="instruction"><#nested></p>
</#macro>

<#-- What surrounds an input: its label, what is wrong with it, and a hint. -->
<#macro control name label error hint>
  <div class="${properties.kcFormGroupClass!}">
    <div class="${properties.kcFormGroupLabelClass!properties.kcLabelWrapperClass!}">
      <label for="${name}" class="${properties.kcLabelClass!}"><span class="${properties.kcFormLabelTextClass!}">${label}</span></label>
    </div>
    <div class="${properties.kcInputWrapperClass!}">
      <#nested>
      <#if error?has_content>
        <div class="${properties.kcFormHelperTextClass!}" aria-live="polite">
          <div class="${properties.kcInputHelperTextClass!}">
            <div id="input-error-${name}" class="${properties.kcInputHelperTextItemClass!} ${properties.kcError!}">
              <span class="${properties.kcInputErrorMessageClass!}">${apart(error)}</span>
            </div>
          </div>
        </div>
      </#if>
      <#if hint?has_content>
        <div id="input-hint-${name}" class="${properties.kcFormHelperTextClass!properties.kcInputHelperTextAfterClass!}">${apart(hint)}</div>
      </#if>
    </div>
  </div>
</#macro>

<#-- What a screen reader says of an input besides its label. -->
<#macro described name error hint>
  <#local by = (error?has_content)?then("input-error-" + name + " ", "") + (hint?has_content)?then("input-hint-" + name, "")>
  <#if by?has_content>aria-describedby="${by?trim}"</#if>
  <#if error?has_content>aria-invalid="true"</#if>
</#macro>

<#macro field name label value="" hint="" type="text" inputmode="" autocomplete="off" maxlength=0 autofocus=false dir="ltr" error=messagesPerField.getFirstError(name)>
  <@control name=name label=label error=error hint=hint>
      <#if framed><span dir="${dir}" class="${properties.kcInputClass!}<#if error?has_content> ${properties.kcError!}</#if>"></#if>
      <input id="${name}" name="${name}" value="${value}" type="${type}" dir="${dir}" autocomplete="${autocomplete}" spellcheck="false"
             <#if !framed>class="${properties.kcInputClass!}"</#if>
             <#if inputmode?has_content>inputmode="${inputmode}"</#if>
             <#if maxlength gt 0>maxlength="${maxlength?c}"</#if>
             <@described name error hint/>
             <#if autofocus>autofocus</#if>>
      <#if framed>
        <#if error?has_content>
          <span class="${properties.kcFormControlUtilClass!}"><span class="${properties.kcInputErrorIconStatusClass!}"><i class="${properties.kcInputErrorIconClass!}" aria-hidden="true"></i></span></span>
        </#if>
        </span>
      </#if>
  </@control>
</#macro>

<#-- A list to choose one from; its options are nested. -->
<#macro select name label autocomplete="off" autofocus=false error=messagesPerField.getFirstError(name)>
  <@control name=name label=label error=error hint="">
      <#if framed><span class="${properties.kcInputClass!}<#if error?has_content> ${properties.kcError!}</#if>"></#if>
      <select id="${name}" name="${name}" autocomplete="${autocomplete}"
              <#if !framed>class="${properties.kcInputClass!}"</#if>
              <@described name error ""/>
              <#if autofocus>autofocus</#if>>
        <#nested>
      </select>
      <#if framed>
        <span class="${properties.kcFormControlUtilClass!}"><span class="${properties.kcFormControlToggleIcon!}"><i class="fas fa-caret-down" aria-hidden="true"></i></span></span>
        </span>
      </#if>
  </@control>
</#macro>

<#macro checkbox name label value="true">
  <div class="${properties.kcFormGroupClass!}">
    <label for="${name}" class="${properties.kcCheckboxClass!}">
      <input type="checkbox" id="${name}" name="${name}" value="${value}" class="${properties.kcCheckboxInputClass!}">
      <span class="${properties.kcCheckboxLabelClass!}">${label}</span>
    </label>
  </div>
</#macro>

<#-- Our own styles, once a page: with its first row of buttons, or with its foot. -->
<#assign styled = false>
<#macro styles>
  <#if !styled>
    <link rel="stylesheet" href="${url.resourcesPath}/css/strongroom.d7f4b3dc.css">
    <#assign styled = true>
  </#if>
</#macro>

<#macro actions>
  <@styles/>
  <div class="${properties.kcFormGroupClass!}">
    <div class="${properties.kcFormActionGroupClass!properties.kcFormButtonsClass!}">
      <#nested>
    </div>
  </div>
</#macro>

<#-- The one primary button of a page. -->
<#macro primary name label id="">
  <button type="submit" name="${name}" value="true" <#if id?has_content>id="${id}"</#if>
          class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}">${label}</button>
</#macro>

<#-- Older themes know neither class and style a plain button instead. -->
<#assign plainButton = (properties.kcButtonClass!) + " " + (properties.kcButtonDefaultClass!)>
<#assign secondaryButton = properties.kcButtonSecondaryClass!plainButton>
<#assign linkButton = properties.kcButtonLinkClass!plainButton>

<#macro secondary name label id="" value="true" style=secondaryButton autofocus=false>
  <button type="submit" name="${name}" value="${value}" formnovalidate <#if id?has_content>id="${id}"</#if> <#if autofocus>autofocus</#if>
          data-strongroom-disabled-class="${properties.kcFormSocialAccountListButtonDisabledClass!}"
          class="${style} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}">${label}</button>
</#macro>

<#-- The other methods that would do, each one click away. -->
<#macro otherMethods>
  <#list .data_model.otherMethods![] as other>
    <@actions>
      <@secondary name="method" value=other.method id="strongroom-method-" + other.method label=msg(other.label)/>
    </@actions>
  </#list>
</#macro>

<#-- Offered where the tenant allows it, for so many days. -->
<#macro rememberBrowser>
  <#assign days = (.data_model.rememberBrowserDays)!0>
  <#if days gt 0>
    <@checkbox name="rememberBrowser" label=msg("strongroomRememberBrowser", days)/>
  </#if>
</#macro>

<#-- After a change of factors, sessions elsewhere may be somebody else's; field and text are those of Keycloak's own pages. -->
<#macro endOtherSessions>
  <@checkbox name="logout-sessions" value="on" label=msg("logoutOtherSessions")/>
</#macro>

<#-- A way out of a login that cannot go on; the layout has one of its own where it shows the user's name. It stands below the form
     and not in the layout's place for such links: a layout of one's own may know none. -->
<#macro restart>
  <@styles/>
  <#if !(auth?has_content && auth.showUsername())>
    <div class="${properties.kcLoginMainFooter!}">
      <div id="kc-info" class="${properties.kcLoginMainFooterBand!properties.kcSignUpClass!}">
        <div id="kc-info-wrapper" class="${properties.kcLoginMainFooterBandItem!properties.kcInfoAreaWrapperClass!}">
          <span class="${properties.kcLoginMainFooterHelperText!}"><a id="strongroom-restart" href="${url.loginRestartFlowUrl}">${msg("restartLoginTooltip")}</a></span>
        </div>
      </div>
    </div>
  </#if>
</#macro>

<#-- In a sentence from right to left, a number keeps its own order between two isolates (Unicode, UAX 9). -->
<#function apart sentence>
  <#if !((.data_model.locale.rtl)!false)><#return sentence></#if>
  <#return sentence?replace(r"(\+\d{7,15}|•+\d+)", "\x2066$1\x2069", "r")>
</#function>
