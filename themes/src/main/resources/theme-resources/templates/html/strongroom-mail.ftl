<#import "template.ftl" as layout>
<@layout.emailLayout>
<#list mail.paragraphs as paragraph>
<p>${paragraph}</p>
</#list>
<table cellpadding="4" cellspacing="0">
<#list mail.rows as row>
<tr><th scope="row" align="${ltr?then('left', 'right')}" valign="top">${row.label}</th><td><bdi>${row.value}</bdi></td></tr>
</#list>
</table>
<p><strong>${mail.advice}</strong></p>
</@layout.emailLayout>
