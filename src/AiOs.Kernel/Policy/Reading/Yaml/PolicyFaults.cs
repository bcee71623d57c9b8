namespace AiOs.Kernel.Policy.Reading.Yaml;

/// <summary>What is wrong with a file. The operator is told of the topmost; among equals, of the one found first.</summary>
internal sealed class PolicyFaults
{
    private (int Line, string Reason)? _first;

    public (int Line, string Reason)? First => _first;

    public void Add(int line, string reason)
    {
        if (_first is null || line < _first.Value.Line)
        {
            _first = (line, reason);
        }
    }
}
