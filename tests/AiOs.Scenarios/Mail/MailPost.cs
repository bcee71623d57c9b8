using System.Globalization;
using System.Text;
using AiOs.Testing.Mail;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace AiOs.Scenarios.Mail;

/// <summary>A mailbox as a business has one: mail comes over SMTP, and the host reads it over IMAP.</summary>
public sealed class MailPost : IAsyncDisposable
{
    private MailPost(Dovecot dovecot, Exim exim)
    {
        Dovecot = dovecot;
        Exim = exim;
        Proxy = new CuttingProxy(dovecot.Port);
    }

    public Dovecot Dovecot { get; }

    public Exim Exim { get; }

    /// <summary>What stands between the host and the mailbox.</summary>
    public CuttingProxy Proxy { get; }

    public static async Task<MailPost> StartAsync()
    {
        var dovecot = await Dovecot.StartAsync();
        return new MailPost(dovecot, await Exim.StartAsync(dovecot.House));
    }

    /// <summary>What a host needs to read the mailbox.</summary>
    /// <param name="more">Further settings.</param>
    public Dictionary<string, string> Settings(params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string>
        {
            ["AIOS_Email__Imap__Host"] = "127.0.0.1",
            ["AIOS_Email__Imap__Port"] = Proxy.Port.ToString(CultureInfo.InvariantCulture),
            ["AIOS_Email__Imap__Security"] = "None",
            ["AIOS_Email__Imap__User"] = MailHouse.Person,
            ["AIOS_Email__Imap__Password"] = MailHouse.Password,
        };
        foreach (var (name, value) in more)
        {
            settings[name] = value;
        }

        return settings;
    }

    /// <summary>Sends mails to the business, as others do.</summary>
    public async Task SendAsync(params string[] mails)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", Exim.Port, SecureSocketOptions.None);
        foreach (var text in mails)
        {
            using var mail = await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"))));
            await client.SendAsync(mail, new MailboxAddress("You", "you@studio.example"), [new MailboxAddress("Desk", $"{MailHouse.Person}@{MailHouse.Domain}")]);
        }

        await client.DisconnectAsync(quit: true);
    }

    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        await Exim.DisposeAsync();
        await Dovecot.DisposeAsync();
    }
}
