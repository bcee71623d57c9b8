using AiOs.Contracts.Approvals;
using AiOs.Contracts.Messages;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Restoring;

/// <summary>A workspace that has lived, and its export: made once, and changed by no test.</summary>
public sealed class ExportedWorkspace : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("aios-exported-").FullName;

    internal KernelHarness Source { get; private set; } = null!;

    internal string Folder => Path.Combine(_root, "out");

    /// <summary>Mails with a file each; of three cards one is approved, one rejected and one left.</summary>
    internal static async Task<KernelHarness> LivedAsync(int mails)
    {
        var harness = await KernelHarness.StartAsync();
        harness.Agent.Write = brief => Some.Proposal(Some.Email("Thank you."), Some.Note("asked"), Some.Client("Köln", expected: brief.Facts.Count));
        for (var number = 1; number <= mails; number++)
        {
            var item = await harness.ReceivedAsync(Some.Mail(number, files: new InboundFile("a.txt", "text/plain", new byte[] { (byte)number })));
            if (number % 3 != 0 && item.Approvals is [.., { State: "open" } open])
            {
                await harness.DecideAsync(open, number % 3 == 1 ? DecisionKind.Approve : DecisionKind.Reject);
            }
        }

        return harness;
    }

    public async ValueTask InitializeAsync()
    {
        Source = await LivedAsync(200);
        await Source.Process.Workspace.ExportAsync(Folder, plain: false, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }
}
