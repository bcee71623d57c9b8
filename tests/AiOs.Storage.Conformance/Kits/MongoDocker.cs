using Testcontainers.MongoDb;

namespace AiOs.Storage.Conformance.Kits;

/// <summary>A real MongoDB server that Docker starts, one for the whole run; Docker takes it away afterwards.</summary>
internal static class MongoDocker
{
    /// <summary>The environment variable that names another image, such as <c>mongo:7</c>.</summary>
    private const string ImageVariable = "AIOS_TEST_MONGODB_IMAGE";

    private static readonly Lazy<Task<string>> Started = new(StartAsync);

    /// <summary>Whether there is a Docker to ask.</summary>
    public static bool IsThere => Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 } || File.Exists("/var/run/docker.sock");

    /// <summary>Its connection string.</summary>
    public static Task<string> ServerAsync() => Started.Value;

    private static async Task<string> StartAsync()
    {
        var image = Environment.GetEnvironmentVariable(ImageVariable) is { Length: > 0 } named ? named : "mongo:8";
        var container = new MongoDbBuilder(image).Build();
        await container.StartAsync(CancellationToken.None);
        return container.GetConnectionString();
    }
}
