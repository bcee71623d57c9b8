using AiOs.Connectors.Email;
using AiOs.Connectors.Email.Imap;

namespace AiOs.Connectors.Tests.Email.Imap;

public sealed class ImapOptionsTests
{
    [Theory]
    [InlineData("Host", null)]
    [InlineData("Host", "mail example")]
    [InlineData("Port", "0")]
    [InlineData("Port", "70000")]
    [InlineData("User", null)]
    [InlineData("Password", null)]
    [InlineData("Security", "None")]
    [InlineData("Security", "9")]
    [InlineData("After", "9")]
    [InlineData("MoveTo", null)]
    [InlineData("MoveTo", "inbox")]
    [InlineData("MoreFolders", "INBOX")]
    [InlineData("MoreFolders", "")]
    [InlineData("MoreFolders", "Leads,Leads")]
    [InlineData("MoreFolders", "a,b,c,d,e,f,g,h,i,j,k")]
    public void Validate_OneKeyWrong_NamesIt(string key, string? value)
    {
        var options = With(key, value);

        var said = Assert.Single(new ImapOptionsValidation().Validate(null, options).Failures ?? []);

        Assert.StartsWith($"Email:Imap:{key}", said, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_MoveToWithoutMove_IsRefused()
    {
        var options = With("MoveTo", "Done");
        options.Imap.After = AfterTaking.MarkRead;
        Assert.True(new ImapOptionsValidation().Validate(null, options).Failed);
    }

    [Fact]
    public void Validate_NothingOrEverything_IsFine()
    {
        Assert.True(new ImapOptionsValidation().Validate(null, new EmailOptions()).Succeeded);
        Assert.True(new ImapOptionsValidation().Validate(null, With("MoveTo", "Done")).Succeeded);
        Assert.True(new ImapOptionsValidation().Validate(null, new EmailOptions { Imap = new ImapOptions { Host = "mail.example" } }).Succeeded);
    }

    [Theory]
    [InlineData(SmtpSecurity.Tls, 993)]
    [InlineData(SmtpSecurity.StartTls, 143)]
    [InlineData(SmtpSecurity.None, 143)]
    public void PortToUse_NoneConfigured_IsTheUsualOne(SmtpSecurity security, int port) => Assert.Equal(port, new ImapOptions { Security = security }.PortToUse);

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("fifteen-letters", false)]
    [InlineData("sixteen-letters!", true)]
    public void Validate_InboundSecret_HasToBeLongEnough(string? secret, bool isFine)
    {
        var result = new EmailOptionsValidation().Validate(null, new EmailOptions { InboundSecret = secret });
        Assert.Equal(isFine, result.Succeeded);
        if (isFine) return;
        Assert.StartsWith("Email:InboundSecret", Assert.Single(result.Failures ?? []), StringComparison.Ordinal);
        Assert.DoesNotContain(secret!, result.FailureMessage, StringComparison.Ordinal);
    }

    private static EmailOptions With(string key, string? value)
    {
        var imap = new ImapOptions { Host = "mail.example", User = "me", Password = "geheim", After = AfterTaking.Move, MoveTo = "Done" };
        switch (key)
        {
            case "Host": imap.Host = value; break;
            case "Port": imap.Port = int.Parse(value!, System.Globalization.CultureInfo.InvariantCulture); break;
            case "User": imap.User = value; break;
            case "Password": imap.Password = value; break;
            case "Security": imap.Security = Enum.Parse<SmtpSecurity>(value!); break;
            case "After": (imap.After, imap.MoveTo) = (Enum.Parse<AfterTaking>(value!), null); break;
            case "MoveTo": imap.MoveTo = value; break;
            default:
                foreach (var folder in value!.Split(',')) imap.MoreFolders.Add(folder);
                break;
        }

        return new EmailOptions { Imap = imap };
    }
}
