using System.Collections.Immutable;
using AiOs.Kernel.Effects;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Sharing;

/// <summary>The hosts that share the store, as far as their attempts show them.</summary>
/// <param name="own">Which start of which host this is.</param>
internal sealed class OtherHosts(string own)
{
    private ImmutableHashSet<string> _seen = [];
    private ImmutableHashSet<string> _gone = [];

    /// <summary>Whose attempts are open and who was not yet found to be gone.</summary>
    public IReadOnlySet<string> Seen => Volatile.Read(ref _seen);

    /// <summary>Who let the lease that says "I am here" end. One that was only out of reach may come back.</summary>
    public IReadOnlySet<string> Gone => Volatile.Read(ref _gone);

    /// <summary>Takes note of whose attempts are under way.</summary>
    public void Note(WorkItem item)
    {
        foreach (var effect in item.Effects)
        {
            if (effect.Phase is EffectPhase.Requested && effect.Incarnation != own && !_gone.Contains(effect.Incarnation))
            {
                ImmutableInterlocked.Update(ref _seen, static (seen, host) => seen.Add(host), effect.Incarnation);
            }
        }
    }

    /// <summary>What they left was looked for long enough; whose attempts are open still is looked at anew.</summary>
    public void ForgetGone() => Volatile.Write(ref _gone, []);

    /// <summary>Takes note of it that a host is gone.</summary>
    public void Leave(string incarnation)
    {
        ImmutableInterlocked.Update(ref _gone, static (gone, host) => gone.Add(host), incarnation);
        ImmutableInterlocked.Update(ref _seen, static (seen, host) => seen.Remove(host), incarnation);
    }
}
