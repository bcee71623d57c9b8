using AiOs.Connectors.Email;
using AiOs.Connectors.Email.Reading;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AiOs.Connectors.Tests.Email;

public sealed class EmailOptionsTests
{
    [Theory]
    [InlineData(null, 587, null, null, null, "Email:Smtp:Host")]
    [InlineData(null, null, "user", null, null, "Email:Smtp:Host")]
    [InlineData("mail.example", null, null, null, null, "Email:Smtp:From")]
    [InlineData("mail.example", null, "user", null, "a@b.example", "Email:Smtp:Password")]
    [InlineData("mail.example", null, null, "secret", "a@b.example", "Email:Smtp:User")]
    [InlineData("mail.example", 0, null, null, "a@b.example", "Email:Smtp:Port")]
    [InlineData("mail.example", null, null, null, "nonsense", "Email:Smtp:From")]
    [InlineData("mail example", null, null, null, "a@b.example", "Email:Smtp:Host")]
    public void Validate_HalfSet_NamesTheKey(string? host, int? port, string? user, string? password, string? from, string key)
    {
        var result = Validate(new SmtpOptions { Host = host, Port = port, User = user, Password = password, From = from });
        Assert.StartsWith(key, Assert.Single(result.Failures ?? []), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_PasswordInClear_IsRefusedBeyondThisMachine()
    {
        var smtp = new SmtpOptions { Host = "mail.example", User = "u", Password = "p", From = "a@b.example", Security = SmtpSecurity.None };
        Assert.True(Validate(smtp).Failed);
        smtp.Host = "127.0.0.1";
        Assert.True(Validate(smtp).Succeeded);
    }

    [Fact]
    public void Validate_NothingOrEverything_IsFine()
    {
        Assert.True(Validate(new SmtpOptions()).Succeeded);
        Assert.True(Validate(new SmtpOptions { Host = "mail.example", User = "u", Password = "p", From = "Me <a@b.example>" }).Succeeded);
    }

    [Theory]
    [InlineData("mx.studio.example", true)]
    [InlineData("mx1", true)]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("mx.studio.example; dmarc=pass", false)]
    [InlineData("olga@studio.example", false)]
    public void Validate_AuthservId_IsWhatAServerCallsItself(string? id, bool fits)
    {
        var result = new EmailOptionsValidation().Validate(null, new EmailOptions { AuthservId = id });
        Assert.Equal(fits, result.Succeeded);
        Assert.True(fits || result.FailureMessage!.StartsWith("Email:AuthservId", StringComparison.Ordinal));
    }

    [Fact]
    public void AddEmail_HostHasChosen_LeavesThat()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IMailReader>(new MailReader());
        services.AddEmail(_ => new EmailPlaces("/nowhere", "data/outbox", "/nowhere", null));
        services.AddEmail(_ => new EmailPlaces("/nowhere", "data/outbox", "/nowhere", null));
        Assert.NotNull(Assert.Single(services, service => service.ServiceType == typeof(IMailReader)).ImplementationInstance);
        Assert.Single(services, service => service.ServiceType == typeof(IEffectConnector));
        Assert.Single(services, service => service.ServiceType == typeof(EmailPlaces));
    }

    private static ValidateOptionsResult Validate(SmtpOptions smtp) => new EmailOptionsValidation().Validate(null, new EmailOptions { Smtp = smtp });
}
