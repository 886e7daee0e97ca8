namespace PeaceTracker.Web.Shared;

/// <summary>The terms that stand on a page. Whoever shows one says so; the notes at the end of the page follow.</summary>
public sealed class PageTerms
{
    private readonly List<Term> _terms = [];

    /// <summary>A term was added.</summary>
    public event Action? Added;

    /// <summary>The terms, each once.</summary>
    public IReadOnlyList<Term> All => _terms;

    /// <summary>Adds a term; whether it was not there before.</summary>
    public bool Add(Term term)
    {
        if (_terms.Contains(term))
        {
            return false;
        }

        _terms.Add(term);
        Added?.Invoke();
        return true;
    }
}
