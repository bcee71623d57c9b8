namespace AiOs.Testing.Mongo.Wire;

/// <summary>What must fail the test when the peer is put away.</summary>
internal sealed class Complaints
{
    private readonly Lock _gate = new();
    private readonly List<string> _all = [];

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _all];
            }
        }
    }

    public void Add(string complaint)
    {
        lock (_gate)
        {
            _all.Add(complaint);
        }
    }
}
