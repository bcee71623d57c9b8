using AiOs.Connectors.Email.Text;
using Microsoft.Extensions.Options;

namespace AiOs.Connectors.Email.Imap;

/// <summary>Refuses a half-set mailbox with the name of the key.</summary>
internal sealed class ImapOptionsValidation : IValidateOptions<EmailOptions>
{
    private const int MostFolders = 10;

    public ValidateOptionsResult Validate(string? name, EmailOptions options)
    {
        var imap = options.Imap;
        var wrong = new List<string>();
        if (!Enum.IsDefined(imap.Security)) wrong.Add("Email:Imap:Security must be None, StartTls or Tls.");
        if (!Enum.IsDefined(imap.After)) wrong.Add("Email:Imap:After must be MarkRead or Move.");
        if (imap.Port is < 1 or > 65535) wrong.Add("Email:Imap:Port must be between 1 and 65535.");
        if (imap.IsSet) WhenSet(imap, wrong);
        else if (imap.Port is not null || Has(imap.User) || Has(imap.Password) || Has(imap.Folder) || imap.MoreFolders.Count > 0 || Has(imap.MoveTo))
            wrong.Add("Email:Imap:Host is missing while other keys of Email:Imap are set; set it, or remove them to read no mailbox.");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static void WhenSet(ImapOptions imap, List<string> wrong)
    {
        if (Uri.CheckHostName(imap.Host) == UriHostNameType.Unknown) wrong.Add("Email:Imap:Host is no host name.");
        if (Has(imap.User) && !Has(imap.Password)) wrong.Add("Email:Imap:Password is missing while Email:Imap:User is set; they go together.");
        if (!Has(imap.User) && Has(imap.Password)) wrong.Add("Email:Imap:User is missing while Email:Imap:Password is set; they go together.");
        if (Has(imap.User) && imap.Security == SmtpSecurity.None && imap.Host is not ("localhost" or "127.0.0.1" or "::1"))
            wrong.Add("Email:Imap:Security is None, which would send the password in clear; set StartTls or Tls.");
        Folders(imap, wrong);
    }

    private static void Folders(ImapOptions imap, List<string> wrong)
    {
        if (imap.MoreFolders.Any(static folder => string.IsNullOrWhiteSpace(folder))) wrong.Add("Email:Imap:MoreFolders has an empty name; remove it.");
        if (imap.MoreFolders.Count > MostFolders) wrong.Add($"Email:Imap:MoreFolders has more than {MostFolders} folders, each of which needs a connection; name fewer.");
        var twice = imap.Watched.GroupBy(static folder => folder, StringComparer.OrdinalIgnoreCase).FirstOrDefault(static same => same.Count() > 1);
        if (twice is not null) wrong.Add($"Email:Imap:MoreFolders names the folder \"{SafeText.OneLine(twice.Key)}\", which is watched already; remove it.");
        if (imap.After == AfterTaking.Move && !Has(imap.MoveTo)) wrong.Add("Email:Imap:MoveTo is missing while Email:Imap:After is Move; name the folder that mails go to.");
        if (imap.After != AfterTaking.Move && Has(imap.MoveTo)) wrong.Add("Email:Imap:MoveTo is set while Email:Imap:After is not Move; set After to Move, or remove MoveTo.");
        if (Has(imap.MoveTo) && imap.Watched.Contains(imap.MoveTo, StringComparer.OrdinalIgnoreCase))
            wrong.Add("Email:Imap:MoveTo is a folder that is watched; name another one.");
    }

    private static bool Has(string? value) => !string.IsNullOrEmpty(value);
}
