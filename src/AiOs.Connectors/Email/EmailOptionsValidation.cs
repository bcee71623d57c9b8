using AiOs.Connectors.Email.Sending;
using AiOs.Connectors.Email.Text;
using Microsoft.Extensions.Options;

namespace AiOs.Connectors.Email;

/// <summary>Refuses a half-set mail server with the name of the key.</summary>
internal sealed class EmailOptionsValidation : IValidateOptions<EmailOptions>
{
    private const int ShortestSecret = 16;

    public ValidateOptionsResult Validate(string? name, EmailOptions options)
    {
        var smtp = options.Smtp;
        var wrong = new List<string>();
        if (smtp.From is { Length: > 0 } from && MailAddresses.Parse(from) is null)
            wrong.Add($"Email:Smtp:From is \"{SafeText.OneLine(from)}\", which is no mail address; write it as name@example.com.");
        if (options.AuthservId is { Length: > 0 } server && !IsServerId(server))
            wrong.Add($"Email:AuthservId is \"{SafeText.OneLine(server)}\", which no mail server calls itself; write it as it stands at the start of Authentication-Results, such as mx.example.com, or take the key away.");
        if (!Enum.IsDefined(smtp.Security)) wrong.Add("Email:Smtp:Security must be None, StartTls or Tls.");
        if (smtp.Port is < 1 or > 65535) wrong.Add("Email:Smtp:Port must be between 1 and 65535.");
        if (smtp.IsSet) WhenSet(smtp, wrong);
        else if (smtp.Port is not null || Has(smtp.User) || Has(smtp.Password))
            wrong.Add("Email:Smtp:Host is missing while other keys of Email:Smtp are set; set it, or remove them to write mails to the outbox folder.");
        if (Has(options.InboundSecret) && options.InboundSecret!.Length < ShortestSecret)
            wrong.Add($"Email:InboundSecret is shorter than {ShortestSecret} characters, so it could be guessed; set a longer one.");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static void WhenSet(SmtpOptions smtp, List<string> wrong)
    {
        if (Uri.CheckHostName(smtp.Host) == UriHostNameType.Unknown) wrong.Add("Email:Smtp:Host is no host name.");
        if (!Has(smtp.From)) wrong.Add("Email:Smtp:From is missing; set the address that mails are sent from.");
        if (Has(smtp.User) && !Has(smtp.Password)) wrong.Add("Email:Smtp:Password is missing while Email:Smtp:User is set; they go together.");
        if (!Has(smtp.User) && Has(smtp.Password)) wrong.Add("Email:Smtp:User is missing while Email:Smtp:Password is set; they go together.");
        if (Has(smtp.User) && smtp.Security == SmtpSecurity.None && smtp.Host is not ("localhost" or "127.0.0.1" or "::1"))
            wrong.Add("Email:Smtp:Security is None, which would send the password in clear; set StartTls or Tls.");
    }

    private static bool IsServerId(string id) => id.Length is > 0 and <= 255 && id.All(letter => letter is > ' ' and < '\u007f' and not (';' or '"' or '(' or ')' or '<' or '>' or '@' or '='));

    private static bool Has(string? value) => !string.IsNullOrEmpty(value);
}
