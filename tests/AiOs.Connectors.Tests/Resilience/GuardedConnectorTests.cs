using AiOs.Connectors.Email;
using AiOs.Connectors.Email.Sending;
using AiOs.Connectors.Resilience;
using AiOs.Connectors.Tests.Support;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Files;
using AiOs.Contracts.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AiOs.Connectors.Tests.Resilience;

public sealed class GuardedConnectorTests
{
    private static readonly GuardOptions Options = new() { Name = "mail" };

    private readonly FakeTimeProvider _time = new(Effects.Decided);
    private readonly ScriptedOutside _outside = new();
    private readonly ConnectorGuard _guard;

    public GuardedConnectorTests() => _guard = new ConnectorGuard(Options, _time, new FixedEntropy());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Guarded_EveryMember_IsTheConnectorsOwn()
    {
        var map = typeof(GuardedConnector<ScriptedOutside>).GetInterfaceMap(typeof(IEffectConnector));
        Assert.True(map.TargetMethods.Length >= 12);
        Assert.All(map.TargetMethods, method => Assert.Equal(typeof(GuardedConnector<ScriptedOutside>), method.DeclaringType));
        IEffectConnector connector = new GuardedConnector<ScriptedOutside>(_outside, _guard);
        Assert.Equal((_outside.Kind, _outside.Category, _outside.OutcomeClass, _outside.Undo), (connector.Kind, connector.Category, connector.OutcomeClass, connector.Undo));
        Assert.Equal((_outside.AttemptTimeout, _outside.SettleTime, true), (connector.AttemptTimeout, connector.SettleTime, connector.NotFoundIsProof));
        Assert.Equal("somebody", connector.Examine(Effects.Send(Effects.Arguments())).Counterparty);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("may-retry")]
    [InlineData("throws")]
    public async Task Perform_OneFault_IsNeverRepeated(string fault)
    {
        _outside.Write = _ => fault switch
        {
            "unknown" => Task.FromResult<EffectResult>(new EffectResult.Unknown("?")),
            "may-retry" => Task.FromResult<EffectResult>(new EffectResult.Failed("later", MayRetry: true, TimeSpan.FromSeconds(1))),
            _ => throw new IOException("cut"),
        };
        try
        {
            await new GuardedConnector<ScriptedOutside>(_outside, _guard).PerformAsync(Effects.Permit(Effects.Arguments()), Token);
        }
        catch (IOException)
        {
            Assert.Equal("throws", fault);
        }

        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, _outside.Writes);
    }

    [Theory]
    [InlineData(2, 3, true)]
    [InlineData(9, 3, false)]
    [InlineData(0, 1, true)]
    public async Task LookUp_NobodyToAsk_IsAskedAgainAFewTimes(int deaf, int reads, bool found)
    {
        _outside.Read = n => Task.FromResult<EffectLookUp>(n <= deaf ? new EffectLookUp.CannotTell("Deaf.") : new EffectLookUp.Found("r", "There."));
        var looking = LookUpAsync();
        while (!looking.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(found, await looking is EffectLookUp.Found);
        Assert.Equal(reads, _outside.Reads);
    }

    [Fact]
    public async Task LookUp_WhileResting_AsksNobody()
    {
        _outside.Write = _ => Task.FromResult<EffectResult>(new EffectResult.Unknown("?"));
        for (var i = 0; i < 5; i++) await new GuardedConnector<ScriptedOutside>(_outside, _guard).PerformAsync(Effects.Permit(Effects.Arguments()), Token);
        Assert.Equal("mail is resting after 5 faults until 09:31 UTC.", Assert.IsType<EffectLookUp.CannotTell>(await LookUpAsync()).Sentence);
        Assert.Equal(0, _outside.Reads);
    }

    [Fact]
    public void AddEmail_Twice_AddsOneGuardedConnectorAndOneLineForDoctor()
    {
        using var services = Services();
        var connectors = services.GetServices<IEffectConnector>().ToList();
        Assert.IsType<GuardedConnector<EmailSend>>(Assert.Single(connectors));
        Assert.Equal("mail guard", Assert.Single(services.GetServices<ICheckedPart>().OfType<GuardPart>()).Name);
    }

    [Fact]
    public void Connectors_OfThisProject_AreAllBehindAGuard()
    {
        using var services = Services();
        var bare = typeof(EmailSend).Assembly.GetTypes()
            .Where(type => typeof(IEffectConnector).IsAssignableFrom(type) && type is { IsClass: true, IsGenericType: false }).ToList();
        var guarded = services.GetServices<IEffectConnector>().Select(one => one.GetType().GetGenericArguments().Single()).ToList();
        Assert.NotEmpty(bare);
        Assert.Equal(bare, guarded);
    }

    private static ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new FakeTimeProvider());
        services.AddSingleton<IEntropy>(new FixedEntropy());
        services.AddSingleton<IFiles>(new FakeFiles());
        for (var i = 0; i < 2; i++) services.AddEmail(_ => new EmailPlaces("/nowhere", "data/outbox", "/nowhere", null));
        return services.BuildServiceProvider();
    }

    private Task<EffectLookUp> LookUpAsync() =>
        new GuardedConnector<ScriptedOutside>(_outside, _guard).LookUpAsync(Effects.Send(Effects.Arguments()), "key", Token);
}
