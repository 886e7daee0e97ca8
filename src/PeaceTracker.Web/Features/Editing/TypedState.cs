namespace PeaceTracker.Web.Features.Editing;

/// <summary>How far what is typed is kept, as the browser is told (js/typed.js).</summary>
public enum TypedState
{
    /// <summary>All of it is in the store.</summary>
    Kept = 0,
    /// <summary>It is not; the browser keeps it and tries again.</summary>
    NotKept = 1,
    /// <summary>Another window keeps what is typed there; this one is told and keeps nothing.</summary>
    Elsewhere = 2,
}
