using AiOs.Testing.Teams;
using Microsoft.Extensions.Options;

namespace AiOs.Channels.Teams.Tests.Hosting;

/// <summary>DESIGN section 11: unset is off, half-set stops the start with the key's name.</summary>
public sealed class OptionsTests
{
    [Theory]
    [InlineData("TenantId", null, "Channels:Teams:TenantId")]
    [InlineData("TenantId", "a/../b", "Channels:Teams:TenantId")]
    [InlineData("AppId", null, "Channels:Teams:AppId")]
    [InlineData("ClientSecret", null, "Channels:Teams:ClientSecret")]
    [InlineData("ManagedIdentity", "system", "Channels:Teams:ManagedIdentity")]
    [InlineData("Certificate", "no-such-file.pfx", "Channels:Teams:Certificate")]
    [InlineData("MetadataUrl", "http://login.example/x", "Channels:Teams:MetadataUrl")]
    [InlineData("MetadataUrl", "nonsense", "Channels:Teams:MetadataUrl")]
    [InlineData("TokenUrl", "http://login.example/x", "Channels:Teams:TokenUrl")]
    [InlineData("Issuer", "http://login.example/x", "Channels:Teams:Issuer")]
    [InlineData("AllowedServiceUrls:1", "http://connector.example/", "Channels:Teams:AllowedServiceUrls")]
    [InlineData("Anonymous", "true", "Channels:Teams:Anonymous")]
    public async Task Start_HalfSet_StopsWithTheKey(string key, string? value, string named)
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => TeamsHost.StartAsync(change: settings => settings[key] = value));
        Assert.Contains(named, string.Join(' ', fault.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain(TeamsDouble.Secret, fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_Unset_IsOffAndHasNoEndpoint()
    {
        await using var host = await TeamsHost.StartAsync(change: static settings => settings.Clear());
        Assert.False(host.Channel.IsOn);
        var person = host.Server.Person("Jonas");
        Assert.Equal(404, (await host.PostAsync(host.Make.Message(person, host.Server.Personal(person), "hello"))).Status);
        Assert.True((await host.Part.CheckAsync(TeamsHost.Token)).Ok);
    }

    [Fact]
    public async Task Check_EachFault_IsOneSentence()
    {
        await using var host = await TeamsHost.StartAsync();
        host.Server.Next("token", new TeamsFault.Refuses(401, "invalid_client"));
        var refused = await host.Part.CheckAsync(TeamsHost.Token);
        host.Server.Next("metadata", new TeamsFault.Refuses(502, "Away"));
        var away = await host.Part.CheckAsync(TeamsHost.Token);
        var well = await host.Part.CheckAsync(TeamsHost.Token);
        Assert.Equal((false, false, true), (refused.Ok, away.Ok, well.Ok));
        Assert.Contains("refused (401)", refused.Sentence, StringComparison.Ordinal);
        Assert.Contains("Channels:Teams:MetadataUrl", away.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_Anonymous_IsSaid()
    {
        await using var host = await TeamsHost.StartAsync(change: static settings =>
        {
            settings.Clear();
            settings["Anonymous"] = "true";
        });
        Assert.Contains("without a token", (await host.Part.CheckAsync(TeamsHost.Token)).Sentence, StringComparison.Ordinal);
        Assert.True(host.Channel.IsOn);
    }
}
