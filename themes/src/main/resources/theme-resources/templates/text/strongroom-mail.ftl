<#ftl output_format="plainText">
<#list mail.paragraphs as paragraph>
${paragraph}

</#list>
<#list mail.rows as row>
${row.label}: ${row.value}
</#list>

${mail.advice}
