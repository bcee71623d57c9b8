using AiOs.Testing.Mongo;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AiOs.Testing.Tests.Mongo;

public sealed class LoginTests : PeerTest
{
    protected override MongoPeerOptions Options => new() { User = "desk=1,a", Password = "p@ss/word:1" };

    [Fact]
    public async Task Login_WithThePassword_LetsWrite()
    {
        await PutAsync("{ _id: 1 }");

        Assert.Equal("1", await IdsAsync("{}"));
    }

    [Fact]
    public async Task Login_WithAnotherPassword_IsRefused()
    {
        using var client = new MongoClient(Peer.ConnectionString.Replace("word", "other", StringComparison.Ordinal));

        var error = await Assert.ThrowsAsync<MongoAuthenticationException>(() => WriteAsync(client));

        Assert.Equal(18, Assert.IsType<MongoCommandException>(error.InnerException).Code);
    }

    [Fact]
    public async Task Login_WithoutAny_IsUnauthorized()
    {
        using var client = new MongoClient($"mongodb://127.0.0.1:{Peer.Port}/?directConnection=true");

        Assert.Equal(13, (await Assert.ThrowsAsync<MongoCommandException>(() => WriteAsync(client))).Code);
    }

    private static Task WriteAsync(MongoClient client) => client.GetDatabase("shop").GetCollection<BsonDocument>("things").InsertOneAsync(Doc("{}"), null, Token);
}
