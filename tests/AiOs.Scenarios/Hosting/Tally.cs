using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Hosting;

/// <summary>Says how much was done, in the test's output and in <c>artifacts/scenarios.log</c>.</summary>
public static class Tally
{
    private static readonly Lock Gate = new();

    public static void Say(string line)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        lock (Gate)
        {
            Directory.CreateDirectory(Path.Combine(Places.Root, "artifacts"));
            File.AppendAllText(Path.Combine(Places.Root, "artifacts", "scenarios.log"), $"{TimeProvider.System.GetUtcNow():u} {line}\n");
        }
    }
}
