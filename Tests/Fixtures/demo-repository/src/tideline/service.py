from fastapi import FastAPI

app = FastAPI(title="Tideline")


@app.get("/health")
def health() -> dict[str, str]:
    return {"status": "ok"}
