using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Storage.Mongo.Database;
using AiOs.Storage.Mongo.Tests.Support;
using AiOs.Testing.Mongo.Faults;
using Microsoft.Extensions.Options;

namespace AiOs.Storage.Mongo.Tests.Database;

/// <summary>User and password stand in no exception, no log line and no text of the options.</summary>
public sealed class SecretsTests
{
    private const string User = "u5er-n4me";
    private const string Password = "p4ss@w0rd/%";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Escaped => Uri.EscapeDataString(Password);

    [Fact]
    public async Task Open_WithAWrongPassword_IsToldWithoutIt()
    {
        await using var server = await Server.StartAsync(options => options with { User = User, Password = Password });
        var wrong = server.Peer.ConnectionString.Replace(Escaped, "wr0ng-s3cret", StringComparison.Ordinal);

        var fault = await Assert.ThrowsAsync<AiOsException>(() => server.Host(connection: wrong).Journal.HeadAsync(Stop));

        Assert.False(fault.IsTransient);
        AssertHidden([fault.ToString(), .. server.Log.All], "wr0ng-s3cret");
    }

    [Fact]
    public async Task Append_WithFaultsOfEveryKind_TellsThemWithoutThePassword()
    {
        await using var server = await Server.StartAsync(options => options with { User = User, Password = Password });
        var (host, some) = (server.Host(), new Some());
        await host.Journal.AppendAsync(some.Opened(), Stop);
        var told = new List<string>();
        PeerFault[] faults = [new PeerFault.DropBefore(), new PeerFault.DropReply(), new PeerFault.Fail(13, $"not allowed: {Password}"), new PeerFault.WriteConcernTimeout(), new PeerFault.Fail(8000, Escaped)];
        foreach (var fault in faults)
        {
            var struck = server.Next("insert", "commits", fault);
            told.Add((await Assert.ThrowsAnyAsync<AiOsException>(() => host.Journal.AppendAsync(some.Opened(), Stop))).ToString());
            Assert.Equal(1, struck.Struck);
            await host.Journal.HeadAsync(Stop);
            some = await BehindAsync(host.Journal, told.Count);
        }

        await server.Peer.StopAsync();
        told.Add((await Assert.ThrowsAnyAsync<AiOsException>(() => host.Journal.HeadAsync(Stop))).ToString());
        AssertHidden([.. told, .. server.Log.All, host.Journal.ToString()!], Password);
        Assert.Equal(6, told.Count);
    }

    [Theory]
    [InlineData("mongodb:/user:s3cr3t@nowhere")]
    [InlineData("mongodb://user:s3cr3t@nowhere/?replicaset=")]
    [InlineData("mongodb://user:s3cr3t/x@nowhere")]
    [InlineData("s3cr3t")]
    public void Open_WithAConnectionStringThatCannotBeRead_IsToldWithoutIt(string connection)
    {
        var options = Server.Options(connection);

        var fault = Record.Exception(() => MongoStorage.Open(options, new WorkspaceId("w1"), TimeProvider.System, new LogLines()));
        var answer = new ConnectionStringValidator().Validate(name: null, options);

        Assert.True(answer.Failed);
        Assert.Contains("Storage:MongoDb:ConnectionString", answer.FailureMessage, StringComparison.Ordinal);
        Assert.IsType<AiOsException>(fault);
        AssertHidden([fault.ToString(), answer.FailureMessage, options.ToString()], "s3cr3t");
    }

    [Theory]
    [InlineData("", "aios", "ConnectionString")]
    [InlineData("mongodb://127.0.0.1", "", "Database")]
    [InlineData("mongodb://127.0.0.1", "a/b", "Database")]
    public void Validate_OptionsThatAreHalfSet_NamesTheKey(string connection, string database, string key)
    {
        ValidateOptionsResult answer = new MongoOptionsValidator().Validate(name: null, new MongoOptions { ConnectionString = connection, Database = database });

        Assert.Contains("Storage:MongoDb:" + key, answer.FailureMessage, StringComparison.Ordinal);
    }

    private static async Task<Some> BehindAsync(IJournalStore store, int seed)
    {
        var (some, head) = (new Some(100 + seed), await store.HeadAsync(Stop));
        while (some.Position < head.Position)
        {
            some.Opened();
        }

        return some;
    }

    private static void AssertHidden(IReadOnlyList<string> texts, string password)
    {
        Assert.NotEmpty(texts);
        Assert.All(texts, text =>
        {
            Assert.DoesNotContain(password, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Uri.EscapeDataString(password), text, StringComparison.Ordinal);
        });
    }
}
