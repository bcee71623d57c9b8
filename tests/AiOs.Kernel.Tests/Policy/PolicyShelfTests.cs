using System.Globalization;
using System.Text;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Policy;

namespace AiOs.Kernel.Tests.Policy;

/// <summary>Who asks for the policy of a state gets that one, whatever anybody else asked for.</summary>
public sealed class PolicyShelfTests
{
    private readonly PolicyShelf _shelf = new(new WorkspaceSettings { Id = new WorkspaceId("w1"), TimeZone = TimeZoneInfo.Utc, Currency = SomePolicy.Currency });

    /// <summary>What was decided on a version that never became durable must not judge by the version that took its place.</summary>
    [Fact]
    public void Of_SameVersionWithAnotherText_IsTheOneThatWasAskedFor()
    {
        var (lost, taken) = (_shelf.Of(State(1, perDay: 3)), _shelf.Of(State(1, perDay: 4)));

        Assert.Equal((3, 4), (lost.Document.InterruptionsPerDay, taken.Document.InterruptionsPerDay));
    }

    [Fact]
    public void Of_TheSameState_IsCompiledOnce()
    {
        var first = _shelf.Of(State(1, perDay: 3));
        _shelf.Of(State(2, perDay: 4));

        Assert.Same(first, _shelf.Of(State(1, perDay: 3)));
        Assert.Same(first, _shelf.Latest);
        Assert.Same(_shelf.Of(null), _shelf.Of(new PolicyState { Stream = StreamId.Policy }));
        Assert.Equal("built-in", _shelf.Latest.Version);
    }

    [Fact]
    public void Of_MoreVersionsThanAreKept_IsStillTheRightOne()
    {
        for (var version = 1; version <= 100; version++)
        {
            var policy = _shelf.Of(State(version, version));

            Assert.Equal(($"policy/main@{version}", version), (policy.Version, policy.Document.InterruptionsPerDay));
        }
    }

    private static PolicyState State(long version, int perDay)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"version: 1\ninterruptions: {{ perDay: {perDay} }}\nrules: []\n");
        return new PolicyState { Stream = StreamId.Policy, Current = new PolicyVersion(version, Digest.Of(Encoding.UTF8.GetBytes(text)), text, default) };
    }
}
